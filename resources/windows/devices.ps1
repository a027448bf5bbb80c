# Cameras, microphones and phones that Windows lists, and which programs use the first two.

# Error codes of the device manager: 0 works, 22 switched off, 45 not connected.
function Get-MediaDevices {
    $filter = "PNPClass='Camera' OR PNPClass='Image' OR PNPClass='AudioEndpoint' OR PNPClass='WPD'"
    $rows = Get-CimInstance -ClassName Win32_PnPEntity -Filter $filter -OperationTimeoutSec 8
    $list = @(foreach ($row in $rows) {
        @{
            id = [string]$row.DeviceID
            name = [string]$row.Name
            class = [string]$row.PNPClass
            service = [string]$row.Service
            error = $row.ConfigManagerErrorCode
            present = $row.Present
        }
    })
    return @{ list = $list }
}

# The programs below one key of the consent store. Times are FILETIMEs, as texts: they don't fit a JSON number.
function Get-UsesBelow($path, $device) {
    foreach ($key in Get-ChildItem -LiteralPath $path) {
        if ($key.PSChildName -eq 'NonPackaged') { continue }
        $start = $key.GetValue('LastUsedTimeStart')
        $stop = $key.GetValue('LastUsedTimeStop')
        if ($null -eq $start -or $null -eq $stop) { continue }
        @{ device = $device; program = [string]$key.PSChildName; start = [string]$start; stop = [string]$stop }
    }
}

function Get-CaptureUse {
    $stores = @(
        'HKCU:\Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore',
        'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore'
    )
    $stored = @{ webcam = $false; microphone = $false }
    $uses = @(foreach ($device in 'webcam', 'microphone') {
        foreach ($store in $stores) {
            $path = Join-Path $store $device
            if (-not (Test-Path -LiteralPath $path)) { continue }
            $stored[$device] = $true
            Get-UsesBelow $path $device
            $desktop = Join-Path $path 'NonPackaged'
            if (Test-Path -LiteralPath $desktop) { Get-UsesBelow $desktop $device }
        }
    })
    return @{ boot = (Get-Kept 'boot' 600 'Get-BootTime'); stored = $stored; uses = $uses }
}
