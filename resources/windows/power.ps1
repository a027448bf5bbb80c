# Power: what the batteries' driver says now. Voltage in mV, rates in mW (mA where the battery counts in relative units).

function Get-BatteryCount {
    $rows = Get-CimInstance -ClassName Win32_Battery -OperationTimeoutSec 4
    $list = @(foreach ($row in $rows) {
        @{ id = [string]$row.DeviceID; name = [string]$row.Name; charge = $row.EstimatedChargeRemaining; status = $row.BatteryStatus }
    })
    return @{ list = $list }
}

function Get-BatteryLimits {
    $full = @{}
    foreach ($row in Get-CimInstance -Namespace root/wmi -ClassName BatteryFullChargedCapacity -OperationTimeoutSec 4) {
        $full[[string]$row.InstanceName] = $row.FullChargedCapacity
    }
    $capabilities = @{}
    # Some firmware fails on this class; the limits are good without it.
    try {
        foreach ($row in Get-CimInstance -Namespace root/wmi -ClassName BatteryStaticData -OperationTimeoutSec 4) {
            $capabilities[[string]$row.InstanceName] = $row.Capabilities
        }
    } catch {
        $capabilities = @{}
    }
    return @{ full = $full; capabilities = $capabilities }
}

function Get-BatteryStatus {
    try {
        return @{ rows = @(Get-CimInstance -Namespace root/wmi -ClassName BatteryStatus -OperationTimeoutSec 4) }
    } catch [Microsoft.Management.Infrastructure.CimException] {
        # This is how a machine without any battery driver answers; whether it has a battery, Win32_Battery tells.
        if ([string]$_.Exception.NativeErrorCode -eq 'NotSupported') { return @{ rows = @() } }
        throw
    }
}

function Get-Power {
    $known = (Get-Kept 'batteries' 10 'Get-BatteryCount').list
    $rows = (Get-BatteryStatus).rows
    $limits = @{ full = @{}; capabilities = @{} }
    if ($rows.Count -gt 0) {
        try { $limits = Get-Kept 'battery-limits' 60 'Get-BatteryLimits' } catch { $limits = @{ full = @{}; capabilities = @{} } }
    }
    $status = @(foreach ($row in $rows) {
        $instance = [string]$row.InstanceName
        @{
            instance = $instance
            online = $row.PowerOnline
            charging = $row.Charging
            discharging = $row.Discharging
            voltage = $row.Voltage
            chargeRate = $row.ChargeRate
            dischargeRate = $row.DischargeRate
            remaining = $row.RemainingCapacity
            full = $limits.full[$instance]
            capabilities = $limits.capabilities[$instance]
        }
    })
    return @{ batteries = $known; status = $status }
}
