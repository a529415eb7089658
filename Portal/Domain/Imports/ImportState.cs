namespace Portal.Domain;

/// <summary>Where an import stands. At most one of an agency's is under way, so that two cannot interleave.</summary>
public enum ImportState
{
    /// <summary>Waits for someone to confirm which column is which.</summary>
    Uploaded,
    /// <summary>Its rows are being read and compared.</summary>
    Checking,
    /// <summary>Waits for someone to look at the preview and apply it.</summary>
    Ready,
    /// <summary>Agreed, and applied by the next run of the job.</summary>
    Queued,
    Applied,
    Undoing,
    Undone,
    Discarded,
}

public static class ImportWords
{
    public static string Words(this ImportState state) => state switch
    {
        ImportState.Uploaded => "waiting for its columns",
        ImportState.Checking => "being checked",
        ImportState.Ready => "ready to apply",
        ImportState.Queued => "being applied",
        ImportState.Applied => "applied",
        ImportState.Undoing => "being undone",
        ImportState.Undone => "undone",
        ImportState.Discarded => "discarded",
    };
}
