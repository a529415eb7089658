using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>To the page before: to a list as it was left, with what narrowed it, for someone who comes from it.</summary>
[HtmlTargetElement("back-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BackLinkTag : ComponentTag<BackLink>
{
    public string? Href { get; set; }
    public string? Text { get; set; }

    protected override Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult<Dictionary<string, object?>>(
            new() { ["Href"] = ViewContext.HttpContext.Request.AsLeft(Href), ["Text"] = Text });
}

/// <summary>An empty list says what belongs there and leads to adding it.</summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EmptyStateTag : ComponentTag<EmptyState>
{
    public string? Title { get; set; }
    public string? Text { get; set; }
    public string? Href { get; set; }
    public string? LinkText { get; set; }
}

/// <summary>Links between the pages of a list; each keeps what the address already says and sets <c>query</c>.</summary>
[HtmlTargetElement("pagination", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PaginationTag : ComponentTag<Pagination>
{
    public int Current { get; set; }
    public int Pages { get; set; }
    public string? Label { get; set; }

    /// <summary>The part of the address that holds the number of the page.</summary>
    public string Query { get; set; } = "page";

    /// <summary>Where on the page the list stands.</summary>
    public string? Fragment { get; set; }

    protected override Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        var here = ViewContext.HttpContext.Request;
        Func<int, string> href = page => here.With(Query, page) + (Fragment is null ? "" : $"#{Fragment}");
        return Task.FromResult<Dictionary<string, object?>>(
            new() { ["Current"] = Current, ["Pages"] = Pages, ["Label"] = Label, ["HrefOf"] = href });
    }
}

/// <summary>A day in full, or <c>short</c>.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTag : ComponentTag<Day>
{
    public DateOnly Value { get; set; }
    public bool Short { get; set; }
}

/// <summary>A day, and how far away from today it is.</summary>
[HtmlTargetElement("day-with-distance", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayWithDistanceTag : ComponentTag<DayWithDistance>
{
    public DateOnly Value { get; set; }
    public DateOnly Today { get; set; }
}

/// <summary>How much a flag matters.</summary>
[HtmlTargetElement("severity-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SeverityTagTag : ComponentTag<SeverityTag>
{
    public Severity Severity { get; set; }
}

/// <summary>Where an agency stands on a standard.</summary>
[HtmlTargetElement("outcome-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OutcomeTagTag : ComponentTag<OutcomeTag>
{
    public Outcome Outcome { get; set; }
}

/// <summary>A state in a word and a colour.</summary>
[HtmlTargetElement("govuk-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TagTag : ComponentTag<Tag>
{
    public string? Text { get; set; }
    public string? Colour { get; set; }
}

/// <summary>A few large counts, each perhaps a link that filters the table below to what it counts.</summary>
[HtmlTargetElement("big-figures", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BigFiguresTag : ComponentTag<BigFigures>
{
    public string? Label { get; set; }
    public IReadOnlyList<BigFigures.Item> Items { get; set; } = [];
}

/// <summary>Where something comes from, as a link where there is one.</summary>
[HtmlTargetElement("source-link", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceLinkTag : ComponentTag<SourceLink>
{
    public string? Title { get; set; }
    public string? Href { get; set; }
}

/// <summary>Links between the parts of one page.</summary>
[HtmlTargetElement("sub-navigation", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SubNavigationTag : ComponentTag<SubNavigation>
{
    public string? Label { get; set; }
    public IReadOnlyList<Navigation.Item> Items { get; set; } = [];
}

/// <summary>What changes, from what, to what.</summary>
[HtmlTargetElement("change-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChangeListTag : ComponentTag<ChangeList>
{
    public IReadOnlyList<ChangeList.Change> Changes { get; set; } = [];
}

/// <summary>Agencies that would stand differently if a draft were in force.</summary>
[HtmlTargetElement("standing-changes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StandingChangesTag : ComponentTag<StandingChanges>
{
    public string? Caption { get; set; }
    public IReadOnlyList<StandingChanges.Row> Rows { get; set; } = [];
}

/// <summary>The versions of a framework or a standard.</summary>
[HtmlTargetElement("version-list", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VersionListTag : ComponentTag<VersionList>
{
    public IReadOnlyList<VersionList.Version> Versions { get; set; } = [];
}
