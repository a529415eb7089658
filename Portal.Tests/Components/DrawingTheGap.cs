using Bunit;
using Portal.Components;
using Portal.Domain;
using Portal.Features.BoroughGap;
using Portal.Features.Returns;

namespace Portal.Tests.Components;

/// <summary>The gap and its cost are drawn beside their figures.</summary>
public class DrawingTheGap : BunitContext
{
    [Fact]
    public void Parts_stand_side_by_side_and_nothing_is_drawn_for_nobody()
    {
        var parts = Render<StackBar>(p => p.Add(b => b.Parts, [30, 0, 50]).Add(b => b.Whole, 200)).FindAll("rect");
        Assert.Equal([("0%", "15%"), ("15%", "25%")], parts.Select(r => (r.GetAttribute("x")!, r.GetAttribute("width")!)));
        Assert.Contains("app-stack__part--3", parts[1].ClassName);
    }

    [Fact]
    public void The_widest_gap_fills_the_width()
    {
        var rows = Render<GapByLevel>(p => p.Add(b => b.Caption, "Gap").Add(b => b.Rows, [new("Level 1", 40, 10), new("Level 2", 90, 20)]))
            .FindAll("tbody tr");
        Assert.Equal(["50%", "100%"], rows.Select(r => r.QuerySelector("rect")!.GetAttribute("width")!));
        Assert.Contains("10 of 40", rows[0].TextContent);
    }

    [Fact]
    public void A_kind_of_agency_shows_each_level_its_gap_and_its_cost()
    {
        var table = Render<GapByKind>(p => p.Add(b => b.Levels, ["1", "2"]).Add(b => b.Rows,
            [new("Health", [(3, 9), (1, 4)], new(1250)), new("Housing", [(0, 5), (0, 0)], Money.Zero)]));
        var rows = table.FindAll("tbody tr");
        Assert.Equal(
            ["Level 1 3 of 9", "Level 2 1 of 4", "Together 4", "Cost £12.50"], rows[0].QuerySelectorAll("td").Skip(1).Select(Words));
        Assert.Equal(["Level 1 0 of 5", "Level 2 –", "Together 0", "Cost £0.00"], rows[1].QuerySelectorAll("td").Skip(1).Select(Words));
        Assert.Empty(rows[1].QuerySelectorAll("rect"));
    }

    /// <summary>The label before a cell, where the table is stacked, and what stands in it.</summary>
    private static string Words(AngleSharp.Dom.IElement cell) =>
        string.Join(
            ' ', $"{cell.GetAttribute("data-label")} {cell.TextContent}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
