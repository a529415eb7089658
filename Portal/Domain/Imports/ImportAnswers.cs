namespace Portal.Domain;

/// <summary>What a person answers before an import is applied; null where nothing was asked.</summary>
/// <param name="Leavers">How many leave, typed when they are many.</param>
/// <param name="Newcomers">How many join, typed when they are many.</param>
/// <param name="IsComplete">Whether a list is complete although some of its rows were refused.</param>
public readonly record struct ImportAnswers(string? Leavers = null, string? Newcomers = null, bool? IsComplete = null);
