namespace Portal.Components.GovUk;

/// <summary>The boxes of a date question.</summary>
[Flags]
public enum DateParts
{
    None = 0,
    Day = 1,
    Month = 2,
    Year = 4,
}
