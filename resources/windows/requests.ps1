# Everything that may be asked for: the name, the lane that answers, and the parts of the answer with their functions.
. "$PSScriptRoot\disks.ps1"
. "$PSScriptRoot\network.ps1"
. "$PSScriptRoot\wifi.ps1"
. "$PSScriptRoot\power.ps1"
. "$PSScriptRoot\devices.ps1"
. "$PSScriptRoot\audio.ps1"
. "$PSScriptRoot\system.ps1"
. "$PSScriptRoot\events.ps1"
. "$PSScriptRoot\updates.ps1"
. "$PSScriptRoot\security.ps1"

$Requests = @{
    'fast'    = @{ lane = 'quick'; parts = @{ disks = 'Get-DiskCounters'; network = 'Get-Network'; power = 'Get-Power' } }
    'devices' = @{ lane = 'quick'; parts = @{ devices = 'Get-MediaDevices'; audio = 'Get-Microphones'; usage = 'Get-CaptureUse' } }
    'wifi'    = @{ lane = 'quick'; parts = @{ wifi = 'Get-WifiSignal' } }
    'system'  = @{ lane = 'quick'; parts = @{ pageFile = 'Get-PageFile'; restart = 'Get-RestartPending'; zones = 'Get-ThermalZones' } }
    'smart'   = @{ lane = 'slow'; parts = @{ health = 'Get-DiskHealth'; prediction = 'Get-FailurePrediction' } }
    'events'  = @{ lane = 'slow'; parts = @{ system = 'Get-SystemEvents'; application = 'Get-ApplicationEvents' } }
    'memory'  = @{ lane = 'slow'; parts = @{ ecc = 'Get-MemoryProtection'; events = 'Get-HardwareEvents' } }
    'updates' = @{ lane = 'slow'; parts = @{ updates = 'Get-PendingUpdates' } }
    'security' = @{ lane = 'slow'; parts = @{ products = 'Get-AntivirusProducts'; defender = 'Get-DefenderStatus' } }
}
