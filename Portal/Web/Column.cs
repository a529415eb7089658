namespace Portal.Web;

/// <summary>One column of a file that people download: its heading, and what stands in it for a row.</summary>
public sealed record Column<T>(string Heading, Func<T, object?> Cell);
