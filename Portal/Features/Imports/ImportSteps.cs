namespace Portal.Features.Imports;

/// <summary>The journey of a file, as the progress indicator names it.</summary>
public static class ImportSteps
{
    public static readonly IReadOnlyList<string> Names = ["Upload", "Columns", "Preview", "Result"];

    public static int Of(ImportState state) => state switch
    {
        ImportState.Uploaded => 2,
        ImportState.Checking or ImportState.Ready or ImportState.Discarded => 3,
        ImportState.Queued or ImportState.Applied or ImportState.Undoing or ImportState.Undone => 4,
    };
}
