# Updates that wait, from what Windows Update found at its own last search: this machine asks no server for us.
function Get-PendingUpdates {
    $session = New-Object -ComObject Microsoft.Update.Session
    $searcher = $session.CreateUpdateSearcher()
    $searcher.Online = $false
    $found = $searcher.Search("IsInstalled=0 and IsHidden=0 and Type='Software' and BrowseOnly=0")
    $searched = $null
    $installed = $null
    try {
        $results = (New-Object -ComObject Microsoft.Update.AutoUpdate).Results
        # Both times are UTC, but do not say so.
        if ($null -ne $results.LastSearchSuccessDate) {
            $searched = ConvertTo-Milliseconds ([DateTime]::SpecifyKind($results.LastSearchSuccessDate, 'Utc'))
        }
        if ($null -ne $results.LastInstallationSuccessDate) {
            $installed = ConvertTo-Milliseconds ([DateTime]::SpecifyKind($results.LastInstallationSuccessDate, 'Utc'))
        }
    } catch {
        $searched = $null
    }
    return @{ result = [int]$found.ResultCode; count = [int]$found.Updates.Count; searched = $searched; installed = $installed }
}
