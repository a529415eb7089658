using Microsoft.AspNetCore.Components;

namespace Portal.Components.GovUk;

/// <summary>
/// What every question on a form has: a name, a label, perhaps a hint, perhaps an error.
/// The hint and error are tied to the control by <c>aria-describedby</c>.
/// </summary>
public abstract class Field : ComponentBase
{
    /// <summary>The name the answer is posted under.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>The id that labels and the error summary point to; the name when left out.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>The question. Never left empty on a page: only a field drawn inside a group of its own may do without.</summary>
    [Parameter] public string? Label { get; set; }

    /// <summary>For example <c>govuk-label--l</c>, or <c>govuk-visually-hidden</c> where a table heading already says it.</summary>
    [Parameter] public string? LabelClass { get; set; }

    /// <summary>True on a page that asks one thing: the question is the page's h1.</summary>
    [Parameter] public bool LabelIsHeading { get; set; }

    /// <summary>One sentence that helps to answer.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong with the answer and how to mend it; null when nothing is.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Extra classes for the control.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Extra classes for the group around label, hint, error and control.</summary>
    [Parameter] public string? GroupClass { get; set; }

    /// <summary>The id of something else on the page that describes this field.</summary>
    [Parameter] public string? DescribedBy { get; set; }

    /// <summary>Shown but not to be changed. Prefer leaving the question out.</summary>
    [Parameter] public bool Disabled { get; set; }

    /// <summary>Any further attributes for the control.</summary>
    [Parameter] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected string ControlId => Id ?? Name;
    protected string HintId => $"{ControlId}-hint";
    protected string ErrorId => $"{ControlId}-error";
    protected string? Describers => Css.Join(DescribedBy, Hint is null ? null : HintId, Error is null ? null : ErrorId);
    protected string? GroupClasses => Css.Join("govuk-form-group", Error is null ? null : "govuk-form-group--error", GroupClass);
}
