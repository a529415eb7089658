using Bunit;
using Portal.Features.Standards;

namespace Portal.Tests.Features.Standards;

public class DrawingTheMatrix : BunitContext
{
    private static readonly Standard Trained = new()
    {
        PartnershipId = Id<Partnership>.New(), Code = "S07", Number = 1, ShortName = "Refreshers in date",
        Wording = "Training is refreshed", Rule = "", MetAt = 90, PartlyAt = 75,
        Severity = Severity.Medium, PerLevel = false, Basis = Basis.GoodPractice, SourceTitle = "", Guidance = "", ClearedBy = "",
    };

    [Fact]
    public void A_cell_says_its_standing_in_a_shape_a_figure_and_a_word_and_leads_to_its_proof()
    {
        var flag = Id<Flag>.New();
        var link = Table(Row("Kestrel Homes", Outcome.NotMet, 62, 81, flag), Row("Fire", Outcome.Met, 9, 9)).Find("td.is-not-met a");
        Assert.Equal($"/Flags/{flag}", link.GetAttribute("href"));
        Assert.Equal(["77%", "Not met"], [link.QuerySelector("b")!.TextContent, link.LastChild!.TextContent]);
    }

    [Fact]
    public void A_cell_without_a_flag_leads_to_its_agencys_line_and_one_that_asks_nothing_to_the_standard()
    {
        Assert.All([Outcome.Met, Outcome.NotYetDue], outcome =>
        {
            var row = Row("Fire", outcome, 9, 9);
            Assert.Equal($"/Agencies/{row.AgencyId}#S07", Table(row).Find("tbody td:has(a) a").GetAttribute("href"));
        });
        var none = Table(Row("Elsewhere", Outcome.NotApplicable, 0, 0)).Find("tbody td:has(a) a");
        Assert.Equal("/Standards/S07", none.GetAttribute("href"));
    }

    [Fact]
    public void Under_five_people_are_counted_and_a_percentage_never_claims_the_threshold()
    {
        var figures = Table(Row("Small", Outcome.PartlyMet, 1, 2), Row("Near", Outcome.PartlyMet, 179, 200)).FindAll("td b");
        Assert.Equal(["1 of 2", "89.5%"], figures.Select(f => f.TextContent));
    }

    [Fact]
    public void Rows_and_columns_have_totals_but_one_agency_alone_has_none_below()
    {
        var table = Table(Row("A", Outcome.NotMet, 1, 9), Row("B", Outcome.Met, 9, 9), Row("C", Outcome.Unknown, 9, 9));
        Assert.Equal(
            ["1 not met", "None", "1 unknown"],
            table.FindAll("tbody .app-matrix__total :is(span:not([class]), .is-none)").Select(t => t.TextContent));
        Assert.Equal("1 of 2", table.FindAll("tfoot td")[1].TextContent);
        Assert.Empty(Table(Row("A", Outcome.NotMet, 1, 9)).FindAll("tfoot"));
    }

    [Fact]
    public void Kinds_of_agency_stand_together_until_a_column_sorts_them()
    {
        Assert.Single(Table(Row("A", Outcome.Met, 9, 9)).FindAll(".app-matrix__group"));
        var sorted = Render<MatrixTable>(p => p.Add(t => t.Table, Of(Row("A", Outcome.Met, 9, 9))).Add(t => t.Sort, "S07")
            .Add(t => t.SortHref, key => $"?Sort={key}").Add(t => t.Root, "/"));
        Assert.Empty(sorted.FindAll(".app-matrix__group"));
        Assert.Equal("ascending", sorted.FindAll("thead th")[2].GetAttribute("aria-sort"));
    }

    [Fact]
    public void On_a_phone_what_is_not_followed_says_its_standard_and_the_rest_is_counted()
    {
        var rows = Table(Row("Kestrel Homes", Outcome.NotMet, 62, 81), Row("Fire", Outcome.Met, 9, 9)).FindAll("tbody tr:has(td)");
        Assert.Equal(
            "Refreshers in date", rows.Single(r => r.QuerySelector("i") is not null).QuerySelector("td.is-not-met i")!.TextContent);
        Assert.Equal(
            "1 met", Assert.Single(rows, r => r.QuerySelector("i") is null).QuerySelector(".app-matrix__total .is-met")!.TextContent);
    }

    [Fact]
    public void No_name_or_note_can_be_markup()
    {
        var hostile = Row("<img src=x>", Outcome.Unknown, 0, 9) with
        {
            Cells = new Dictionary<string, Matrix.Cell> { ["S07"] = new(Outcome.Unknown, 0, 9, "\"><b>", Borough.Today, null) }
        };
        var row = Table(hostile).Find("tbody tr:has(td)");
        Assert.Equal("<img src=x>", row.QuerySelector("th a")!.TextContent);
        Assert.Equal("\"><b>", row.QuerySelector("td a")!.GetAttribute("title"));
    }

    private IRenderedComponent<MatrixTable> Table(params Matrix.Row[] rows) =>
        Render<MatrixTable>(p => p.Add(t => t.Table, Of(rows)).Add(t => t.SortHref, key => $"?Sort={key}").Add(t => t.Root, "/"));

    private static Matrix.Table Of(params Matrix.Row[] rows) => new(Borough.Today, [new("S07", Trained, 0, null)], rows, [1], [], null);

    private static Matrix.Row Row(string name, Outcome outcome, int count, int of, Id<Flag>? flag = null) => new(
        Id<Agency>.New(), name, AgencyType.Housing, 1,
        new Dictionary<string, Matrix.Cell> { ["S07"] = new(outcome, count, of, null, Borough.Today, flag) }, [null, 50, 60, 70]);
}
