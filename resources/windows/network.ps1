# Network: ways out of this machine, and the adapters with their counters. Numbers and GUIDs only.

function Get-DefaultRoutes {
    $filter = "DestinationPrefix='0.0.0.0/0' OR DestinationPrefix='::/0'"
    $routes = Get-CimInstance -Namespace root/StandardCimv2 -ClassName MSFT_NetRoute -Filter $filter -OperationTimeoutSec 4
    $list = @(foreach ($route in $routes) {
        @{
            index = $route.InterfaceIndex
            family = $route.AddressFamily
            nextHop = [string]$route.NextHop
            routeMetric = $route.RouteMetric
            interfaceMetric = $route.InterfaceMetric
        }
    })
    return @{ list = $list }
}

# OperationalStatus: 1 up, 2 down, 7 lower layer down. Type: 6 Ethernet, 71 Wi-Fi. Speed: bit/s, -1 unknown.
function Get-Network {
    $adapters = @(foreach ($nic in [System.Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces()) {
        if ([int]$nic.NetworkInterfaceType -eq 24) { continue }
        $index = $null
        try { $index = $nic.GetIPProperties().GetIPv4Properties().Index } catch { $index = $null }
        if ($null -eq $index) {
            try { $index = $nic.GetIPProperties().GetIPv6Properties().Index } catch { $index = $null }
        }
        $received = $null
        $sent = $null
        try {
            $counters = $nic.GetIPStatistics()
            $received = $counters.BytesReceived
            $sent = $counters.BytesSent
        } catch {
            $received = $null
        }
        @{
            id = [string]$nic.Id
            index = $index
            name = [string]$nic.Name
            description = [string]$nic.Description
            type = [int]$nic.NetworkInterfaceType
            status = [int]$nic.OperationalStatus
            speed = $nic.Speed
            received = $received
            sent = $sent
        }
    })
    $clock = [System.Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [System.Diagnostics.Stopwatch]::Frequency
    # Asked of the CIM service, which is dearer than the adapters: a new way out is seen within ten seconds.
    $routes = (Get-Kept 'routes' 10 'Get-DefaultRoutes').list
    return @{ clock = $clock; adapters = $adapters; routes = $routes }
}
