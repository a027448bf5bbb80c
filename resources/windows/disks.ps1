# Physical disks: raw counters, who they are, and how healthy they say they are.

function Get-DiskNames {
    $disks = Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName MSFT_PhysicalDisk -OperationTimeoutSec 4
    $names = @(foreach ($disk in $disks) {
        @{
            number = [string]$disk.DeviceId
            serial = [string]$disk.SerialNumber
            uniqueId = [string]$disk.UniqueId
            model = [string]$disk.FriendlyName
        }
    })
    return @{ list = $names }
}

# Raw counters, of the class whose names are English on every Windows. Rates are made of two answers by the asker.
function Get-DiskCounters {
    $rows = Get-CimInstance -ClassName Win32_PerfRawData_PerfDisk_PhysicalDisk -OperationTimeoutSec 4
    $counters = @(foreach ($row in $rows) {
        @{
            name = [string]$row.Name
            perfTime = $row.Timestamp_PerfTime
            perfFrequency = $row.Frequency_PerfTime
            readBytes = $row.DiskReadBytesPersec
            writeBytes = $row.DiskWriteBytesPersec
            readTicks = $row.AvgDisksecPerRead
            reads = $row.AvgDisksecPerRead_Base
            writeTicks = $row.AvgDisksecPerWrite
            writes = $row.AvgDisksecPerWrite_Base
            idle = $row.PercentIdleTime
            idleBase = $row.PercentIdleTime_Base
        }
    })
    $names = @()
    # Names are for people and for ids that survive a reboot; without them the counters are still good.
    try { $names = (Get-Kept 'disk-names' 60 'Get-DiskNames').list } catch { $names = @() }
    return @{ counters = $counters; disks = $names }
}

# HealthStatus: 0 healthy, 1 warning, 2 unhealthy, 5 unknown.
function Get-DiskHealth {
    $disks = Get-CimInstance -Namespace root/Microsoft/Windows/Storage -ClassName MSFT_PhysicalDisk -OperationTimeoutSec 20
    $list = @(foreach ($disk in $disks) {
        @{
            number = [string]$disk.DeviceId
            serial = [string]$disk.SerialNumber
            uniqueId = [string]$disk.UniqueId
            model = [string]$disk.FriendlyName
            health = $disk.HealthStatus
        }
    })
    return @{ list = $list }
}

# What the firmware of ATA disks predicts; administrators only.
function Get-FailurePrediction {
    $rows = Get-CimInstance -Namespace root/wmi -ClassName MSStorageDriver_FailurePredictStatus -OperationTimeoutSec 20
    $list = @(foreach ($row in $rows) {
        @{ instance = [string]$row.InstanceName; predicted = $row.PredictFailure; reason = $row.Reason }
    })
    return @{ list = $list }
}
