using System.ComponentModel.DataAnnotations;

namespace Portal.Components.GovUk;

/// <summary>
/// An answer of so many characters at most; a longer one is told so: "Reason must be 1,000 characters or fewer". The answer is called
/// what its property is called, or <c>What</c> where people know it by other words.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UpToAttribute(int length) : StringLengthAttribute(length)
{
    public string? What { get; init; }

    public override string FormatErrorMessage(string name) =>
        $"{What ?? Spoken(name)} must be {Words.Number(MaximumLength)} characters or fewer";

    private static string Spoken(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
