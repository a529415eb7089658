namespace Portal.Data.Audit;

/// <summary>A row and what people call it.</summary>
public sealed record RowName(Guid Id, string Name);
