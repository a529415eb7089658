using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Components;
using Portal.Tests.Support;

namespace Portal.Tests.Components.GovUk;

/// <summary>
/// Every example that GOV.UK Frontend publishes of its own markup, drawn by our component and compared.
/// An upgrade that changes their markup fails here and says where.
/// </summary>
public sealed class Fixtures
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var component in FixtureAdapters.All.Keys)
        {
            foreach (var name in Read(component).Select(f => f.Name)) data.Add(component, name);
        }
        return data;
    }

    [Theory, MemberData(nameof(All))]
    public void Is_drawn_as_published(string component, string name)
    {
        if (FixturesNotOffered.Reason(component, name) is { } reason) Assert.Skip(reason);
        var unlike = Difference(component, name);
        Assert.True(unlike is null, unlike);
    }

    [Fact]
    public void None_is_skipped_that_would_pass() =>
        Assert.Empty(FixturesNotOffered.All.Where(f => Difference(f.Component, f.Name) is null).Select(f => $"{f.Component}: {f.Name}"));

    /// <summary>How our markup differs from theirs, or which options we do not offer; null when it is the same.</summary>
    private static string? Difference(string component, string name)
    {
        var fixture = Read(component).Single(f => f.Name == name);
        var (type, adapt) = FixtureAdapters.All[component];
        var options = new FixtureOptions(fixture.Options);
        var parameters = adapt(options).Where(p => p.Value is not null).ToDictionary();
        // Given both, the templates show the html.
        if (parameters.ContainsKey("ChildContent")) parameters.Remove("Text");
        if (options.Unread.ToList() is { Count: > 0 } unread) return $"Not offered: {string.Join(", ", unread)}";

        using var drawing = new BunitContext();
        var drawn = drawing.Render(builder =>
        {
            builder.OpenComponent<DynamicComponent>(0);
            builder.AddAttribute(1, nameof(DynamicComponent.Type), type);
            builder.AddAttribute(2, nameof(DynamicComponent.Parameters), parameters);
            builder.CloseComponent();
        });
        try
        {
            drawn.MarkupMatches(FixtureAdapters.AddressedAsOurs(component, fixture.Html));
            return null;
        }
        catch (HtmlEqualException difference)
        {
            return difference.Message;
        }
    }

    private static IEnumerable<(string Name, JsonElement Options, string Html)> Read(string component)
    {
        var path = Repository.File("node_modules/govuk-frontend/dist/govuk/components", component, "fixtures.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.GetProperty("fixtures").EnumerateArray()
            .Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("options").Clone(), f.GetProperty("html").GetString()!))];
    }
}
