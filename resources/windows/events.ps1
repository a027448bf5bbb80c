# Event logs: ids, providers, times and data fields; never the message, which is written in the user's language.

# The events of a log since a time, newest first. No event at all is an answer as well.
function Read-Events($log, $ids, $days, $provider) {
    $filter = @{ LogName = $log; Id = $ids; StartTime = (Get-Date).AddDays(-$days) }
    if ($provider) { $filter.ProviderName = $provider }
    try {
        $found = @(Get-WinEvent -FilterHashtable $filter -MaxEvents 500)
    } catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') { return @{ list = @(); now = (ConvertTo-Milliseconds (Get-Date)) } }
        throw
    }
    $list = @(foreach ($entry in $found) {
        $fields = @{}
        foreach ($node in ([xml]$entry.ToXml()).Event.EventData.ChildNodes) {
            if ($node -isnot [System.Xml.XmlElement]) { continue }
            $field = $node.GetAttribute('Name')
            if ($field) { $fields[$field] = [string]$node.InnerText }
        }
        $values = @(foreach ($property in $entry.Properties) { if ($property.Value -isnot [byte[]]) { [string]$property.Value } })
        @{
            id = $entry.Id
            provider = [string]$entry.ProviderName
            at = (ConvertTo-Milliseconds $entry.TimeCreated)
            fields = $fields
            values = $values
        }
    })
    return @{ list = $list; now = (ConvertTo-Milliseconds (Get-Date)) }
}

# Disk 7, 11, 15, 51, 52, 153, 154, 157; storage drivers 129; NTFS 55, 98, 137, 140; Kernel-Power 41; bug check 1001; EventLog 6008; display 4101.
function Get-SystemEvents {
    return Read-Events 'System' @(7, 11, 15, 41, 51, 52, 55, 129, 140, 153, 154, 1001, 4101, 6008) 7
}

# Application Hang 1002.
function Get-ApplicationEvents {
    return Read-Events 'Application' @(1002) 7
}

# WHEA-Logger: 18 fatal and 19 corrected machine check, 46 fatal and 47 corrected memory error.
function Get-HardwareEvents {
    $boot = Get-Kept 'boot' 600 'Get-BootTime'
    $answer = Read-Events 'System' @(18, 19, 46, 47) 30 'Microsoft-Windows-WHEA-Logger'
    $answer.boot = $boot
    return $answer
}

# MemoryErrorCorrection: 3 none, 4 parity, 5 single-bit ECC, 6 multi-bit ECC, 7 CRC.
function Get-MemoryProtection {
    $rows = Get-CimInstance -ClassName Win32_PhysicalMemoryArray -OperationTimeoutSec 8
    return @{ list = @(foreach ($row in $rows) { $row.MemoryErrorCorrection }) }
}
