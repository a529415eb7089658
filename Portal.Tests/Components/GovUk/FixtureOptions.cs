using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace Portal.Tests.Components.GovUk;

/// <summary>The options of one fixture. Remembers which were read, so that an option our component does not offer shows itself.</summary>
public sealed class FixtureOptions(JsonElement element)
{
    private readonly HashSet<string> read = [];
    private readonly Dictionary<string, IReadOnlyList<FixtureOptions>> parts = [];

    /// <summary>Options that stand in the fixture and that nobody asked for.</summary>
    public IEnumerable<string> Unread => element.EnumerateObject()
        .Where(p => !read.Contains(p.Name) && p.Value.ValueKind is not JsonValueKind.Null)
        .Select(p => p.Name)
        .Concat(parts.SelectMany(part => part.Value.SelectMany(one => one.Unread).Select(name => $"{part.Key}.{name}")))
        .Distinct();

    public string? Text(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => null,
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => text,
        JsonValueKind.String => null,
        _ => value.GetRawText(),
    };

    public bool? Flag(string name) =>
        Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public bool Is(string name) => Flag(name) == true;

    public int? Number(string name) =>
        Find(name) is not { } value ? null : int.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Text in an object of its own, as in hint.text; null when there is none.</summary>
    public string? TextOf(string name) => Part(name)?.Text("text");

    public MarkupString? Html(string name) => Text(name) is { } html ? new MarkupString(html) : null;

    public RenderFragment? Content(string name) => Html(name) is { } html ? builder => builder.AddContent(0, html) : null;

    public FixtureOptions? Part(string name) =>
        Parts(name, value => value.ValueKind is JsonValueKind.Object ? [new(value)] : []).SingleOrDefault();

    /// <summary>The objects of a list; what the templates pass over (null, false, empty text) is passed over here.</summary>
    public IReadOnlyList<FixtureOptions> Each(string name) =>
        Parts(name,
            value => value.ValueKind is JsonValueKind.Array
                ? [.. value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.Object).Select(v => new FixtureOptions(v))]
                : []);

    public IReadOnlyList<string> Words(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray().Select(v => v.ToString())] : [];

    public IReadOnlyDictionary<string, object>? Attributes(string name = "attributes") =>
        Find(name) is not { ValueKind: JsonValueKind.Object } value
            ? null
            : value.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value.ToString());

    private IReadOnlyList<FixtureOptions> Parts(string name, Func<JsonElement, IReadOnlyList<FixtureOptions>> split)
    {
        if (!parts.TryGetValue(name, out var found)) parts[name] = found = Find(name) is { } value ? split(value) : [];
        return found;
    }

    private JsonElement? Find(string name)
    {
        read.Add(name);
        return element.TryGetProperty(name, out var value) ? value : null;
    }
}
