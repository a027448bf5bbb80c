# The slow lane: answers requests one after the other, beside the main loop of host.ps1.
param($Inbox, $Writer)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

. "$PSScriptRoot\requests.ps1"
. "$PSScriptRoot\serve.ps1"

foreach ($line in $Inbox.GetConsumingEnumerable()) {
    $request = Read-Request $line
    if ($null -ne $request) { Send-Answer $request $Writer }
}
