# The system itself: when it started, its page files, whether it waits for a restart, ACPI thermal zones.

# FILETIME of the start of Windows, as a text.
function Get-BootTime {
    $system = Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime -OperationTimeoutSec 8
    return [string]$system.LastBootUpTime.ToFileTimeUtc()
}

# Sizes in MB.
function Get-PageFile {
    $rows = Get-CimInstance -ClassName Win32_PageFileUsage -OperationTimeoutSec 8
    $list = @(foreach ($row in $rows) { @{ name = [string]$row.Name; size = $row.AllocatedBaseSize; used = $row.CurrentUsage } })
    return @{ list = $list }
}

function Get-RestartPending {
    return @{
        updates = Test-Path -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired'
        components = Test-Path -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending'
    }
}

# Tenths of a kelvin. Somewhere on the board, by no means the processor: for a note only.
function Get-ThermalZones {
    $rows = Get-CimInstance -ClassName Win32_PerfFormattedData_Counters_ThermalZoneInformation -OperationTimeoutSec 8
    $list = @(foreach ($row in $rows) { @{ name = [string]$row.Name; tenths = $row.HighPrecisionTemperature } })
    return @{ list = $list }
}
