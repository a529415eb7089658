namespace Portal.Tests.Components.GovUk;

/// <summary>
/// The published examples that use an option our components deliberately leave out, by the reason. A
/// test keeps this list exact.
/// </summary>
internal static class FixturesNotOffered
{
    private static readonly Dictionary<string, string[]> ByReason = new()
    {
        ["Words are plain text, which a component encodes; html cannot be passed in"] =
        [
            "back-link: html", "breadcrumbs: html", "checkboxes: label with attributes", "checkboxes: fieldset html params",
            "date-input: fieldset html",
            "details: summary html", "error-message: html", "error-summary: title html", "error-summary: description html",
            "error-summary: error list with html",
            "error-summary: error list with html link", "fieldset: html", "hint: with html", "input: with prefix with html",
            "input: with suffix with html",
            "input: with suffix with classes", "input: with suffix with attributes", "label: html", "notification-banner: title as html",
            "panel: default",
            "panel: title html", "radios: with legend as page heading", "radios: fieldset with html",
            "summary-list: as a summary card with a html header",
            "summary-list: key with html", "summary-list: actions with html", "summary-list: translated", "task-list: html",
        ],
        ["Classes and attributes go on the control, not on each of its parts"] =
        [
            "breadcrumbs: item attributes", "checkboxes: items with attributes", "checkboxes: with label classes",
            "checkboxes: fieldset params",
            "error-message: attributes", "error-summary: error list with attributes", "fieldset: attributes", "hint: attributes",
            "input: with prefix with classes",
            "input: with prefix with attributes", "input: with customised input wrapper", "label: attributes",
            "radios: items with attributes",
            "radios: label with classes", "radios: label with attributes", "radios: fieldset params", "select: attributes on items",
            "summary-list: no-border on last row", "summary-list: key with classes", "summary-list: actions with classes",
            "summary-list: actions with attributes",
            "summary-list: classes on items", "summary-list: rows with classes", "summary-list: summary card with custom classes",
            "summary-list: summary card with custom attributes", "summary-list: overridden-widths", "task-list: forced hover state",
            "task-list: with hint text and additional states", "task-list: with all possible colours", "task-list: custom classes",
            "task-list: custom attributes",
        ],
        ["A date is always a day, a month and a year, named by us, in that order"] =
        [
            "date-input: with translations", "date-input: with values and name prefix",
            "date-input: with values, name prefix and custom names",
            "date-input: day and month", "date-input: day and month (using items)", "date-input: month and year",
            "date-input: month and year (using items)",
            "date-input: with errors only", "date-input: with errors only (using classes)", "date-input: with errors only (using items)",
            "date-input: with errors only (using items and classes)", "date-input: with error message and hint (using items)",
            "date-input: with error on day input (using items)", "date-input: with error on month input (using items)",
            "date-input: with error on year input (using items)", "date-input: with items", "date-input: with empty items",
            "date-input: custom pattern",
            "date-input: custom inputmode", "date-input: with nested name", "date-input: with id on items", "date-input: suffixed id",
            "date-input: with item value",
            "date-input: with field value and items", "date-input: with field value and item value",
            "date-input: with field value, item value and values",
            "date-input: with field value overriding values", "date-input: with error on single field by omission",
            "date-input: with error on single field using classes", "date-input: with error on single item",
            "date-input: with error on single item by omission",
            "date-input: with error on single item using classes", "date-input: items with classes", "date-input: items without classes",
            "date-input: with autocomplete values", "date-input: with input attributes",
        ],
        ["The question says once which answer is chosen, and every answer has a value and the question's name"] =
        [
            "checkboxes: with hints on items", "checkboxes: with id and name", "checkboxes: with disabled item",
            "checkboxes: item checked overrides values",
            "radios: item checked overrides value", "select: without values", "select: without values with selected value",
            "select: item selected overrides value",
        ],
        ["A list has no empty places in it"] =
        [
            "checkboxes: with falsy values", "radios: with falsy items", "select: with falsy values", "task-list: with empty values",
        ],
        ["The drop zone for files needs script"] =
        [
            "file-upload: enhanced", "file-upload: enhanced, with error message and hint", "file-upload: enhanced, multiple files",
            "file-upload: enhanced, custom wrapper classes and attributes", "file-upload: translated, no javascript enhancement",
            "file-upload: translated",
        ],
        ["Only the person can choose a file"] =
        [
            "file-upload: with value",
        ],
        ["No page of ours is a start page or an interruption"] =
        [
            "button: start", "button: start link", "button: start link with html", "panel: interruption",
            "panel: interruption-with-content-with-long-line-length",
            "panel: interruption-with-headings-content-and-lists", "panel: interruption with custom classes",
            "panel: confirmation, with actions",
            "panel: interruption, with actions classes and attributes", "panel: interruption, submit action",
            "panel: interruption, button link",
            "panel: interruption, no actions", "panel: interruption, no actions items",
        ],
        ["A title in a component is a second-level heading; an error always says \"Error\""] =
        [
            "error-message: translated", "error-message: with visually hidden text", "error-message: visually hidden text removed",
            "notification-banner: custom title heading level", "summary-list: as a summary card with a custom header level",
        ],
        ["Page links are worked out from the current page and the number of pages, one on each side"] =
        [
            "pagination: with custom link and item text", "pagination: with many pages", "pagination: with prev and next only",
            "pagination: with prev and next only and labels", "pagination: with prev and next only and very long labels",
            "pagination: with previous only",
            "pagination: with next only", "pagination: with custom classes", "pagination: with custom attributes",
            "pagination: with custom accessible labels on item links", "pagination: with empty items",
        ],
    };

    public static IEnumerable<(string Component, string Name)> All =>
        ByReason.Values.SelectMany(list => list).Select(one => one.Split(": ", 2)).Select(parts => (parts[0], parts[1]));

    public static string? Reason(string component, string name) =>
        ByReason.FirstOrDefault(r => r.Value.Contains($"{component}: {name}")).Key;
}
