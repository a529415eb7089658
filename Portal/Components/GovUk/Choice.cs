using Microsoft.AspNetCore.Components;

namespace Portal.Components.GovUk;

/// <summary>One answer offered by radios, checkboxes or a select.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What the person reads.</param>
public sealed record Choice(string Value, string Text)
{
    /// <summary>A sentence under the answer (not in a select).</summary>
    public string? Hint { get; init; }

    /// <summary>Its own id; numbered from the question's when left out.</summary>
    public string? Id { get; init; }

    public bool Disabled { get; init; }

    /// <summary>A further question, shown only while this answer is chosen (radios and checkboxes; always shown without script).</summary>
    public RenderFragment? Reveals { get; init; }

    /// <summary>Checkboxes only: choosing this answer clears the others ("None of these").</summary>
    public bool Exclusive { get; init; }

    /// <summary>True for the word between answers, usually "or".</summary>
    public bool IsDivider { get; private init; }

    public static Choice Divider(string word = "or") => new("", word) { IsDivider = true };

    public static IReadOnlyList<Choice> YesNo { get; } = [new("true", "Yes"), new("false", "No")];

    /// <summary>Every member of an enum, in the order it declares them, in the words the domain gives it.</summary>
    public static IReadOnlyList<Choice> Of<T>(Func<T, string> words) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(one => new Choice(one.ToString(), words(one)))];
}
