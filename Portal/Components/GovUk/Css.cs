namespace Portal.Components.GovUk;

/// <summary>Builds class attributes.</summary>
public static class Css
{
    /// <summary>
    /// The given classes with a space between, without the empty ones; null when there are none, so
    /// that no attribute is written.
    /// </summary>
    public static string? Join(params ReadOnlySpan<string?> classes)
    {
        var joined = "";
        foreach (var one in classes)
        {
            if (!string.IsNullOrWhiteSpace(one)) joined += joined.Length == 0 ? one : $" {one}";
        }
        return joined.Length == 0 ? null : joined;
    }
}
