# Antivirus: what the security centre lists, and what Defender says of itself.

function Get-AntivirusProducts {
    $rows = Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct -OperationTimeoutSec 15
    $list = @(foreach ($row in $rows) { @{ name = [string]$row.displayName; state = $row.productState } })
    return @{ list = $list }
}

# Ages in days; 4294967295: never.
function Get-DefenderStatus {
    $rows = @(Get-CimInstance -Namespace root/Microsoft/Windows/Defender -ClassName MSFT_MpComputerStatus -OperationTimeoutSec 15)
    $list = @(foreach ($row in $rows) {
        @{
            mode = [string]$row.AMRunningMode
            enabled = $row.AntivirusEnabled
            realTime = $row.RealTimeProtectionEnabled
            signatureAge = $row.AntivirusSignatureAge
            quickScanAge = $row.QuickScanAge
            fullScanAge = $row.FullScanAge
        }
    })
    return @{ list = $list }
}
