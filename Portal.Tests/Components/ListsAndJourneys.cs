using Bunit;
using Portal.Components;
using Portal.Components.GovUk;

namespace Portal.Tests.Components;

public class ListsAndJourneys : BunitContext
{
    [Theory]
    [InlineData(1, 1, new int[] { 1 })]
    [InlineData(1, 3, new[] { 1, 2, 3 })]
    [InlineData(6, 12, new[] { 1, 0, 5, 6, 7, 0, 12 })]
    [InlineData(4, 12, new[] { 1, 2, 3, 4, 5, 0, 12 })]
    public void Page_links_show_the_ends_the_neighbours_and_gaps(int current, int pages, int[] shown) =>
        Assert.Equal(shown, Pagination.Shown(current, pages));

    [Fact]
    public void One_page_needs_no_links() =>
        Assert.Empty(Render<Pagination>(p => p.Add(x => x.Current, 1).Add(x => x.Pages, 1).Add(x => x.HrefOf, n => $"?page={n}")).Markup
            .Trim());

    [Fact]
    public void Nobody_without_a_part_to_use_gets_an_empty_menu() =>
        Assert.Empty(Render<Navigation>(p => p.Add(n => n.Items, [])).Markup.Trim());

    [Fact]
    public void The_current_part_is_marked_for_eye_and_ear()
    {
        var menu = Render<Navigation>(p => p.Add(n => n.Items, [new("Home", "/"), new("Staff", "/Staff", true)]));
        Assert.Equal("Staff", menu.Find("[aria-current]").TextContent.Trim());
    }

    [Fact]
    public void A_filter_says_how_much_is_chosen_and_takes_each_choice_back()
    {
        var panel = Render<FilterPanel>(p => p.Add(f => f.Chosen, [new("Police", "?status=not-met"), new("Not met", "?type=police")])
            .AddChildContent("<input name=type>"));
        Assert.True(panel.Find("details").HasAttribute("open"));
        Assert.Contains("(2 chosen)", panel.Find("summary").TextContent);
        Assert.Equal("?status=not-met", panel.FindAll(".app-filter__chosen a")[0].GetAttribute("href"));
    }

    [Fact]
    public void A_sorted_column_says_which_way()
    {
        var header = Render<SortableHeader>(p => p.Add(h => h.Text, "Age").Add(h => h.Href, "?sort=age")
            .Add(h => h.Order, SortableHeader.SortOrder.Descending));
        Assert.Equal("descending", header.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public void A_change_from_nothing_says_so()
    {
        var changes = Render<ChangeList>(p => p.Add(c => c.Changes, [new("Executive lead", null, "Director of Nursing")]));
        Assert.Equal("nothing", changes.Find("del").TextContent);
        Assert.Equal("Director of Nursing", changes.Find("ins").TextContent);
    }

    [Fact]
    public void Progress_asks_again_until_it_is_finished()
    {
        var half = Render<Progress>(p => p.Add(x => x.Label, "Rows checked").Add(x => x.Done, 640).Add(x => x.Total, 2000)
            .Add(x => x.Url, "/progress").Add(x => x.NextHref, "/next"));
        Assert.Equal("/progress", half.Find(".app-progress").GetAttribute("data-progress-url"));
        Assert.Contains("640 of 2,000", half.Markup);
        half.Render(p => p.Add(x => x.Done, 2000).Add(x => x.IsDone, true));
        Assert.Null(half.Find(".app-progress").GetAttribute("data-progress-url"));
        Assert.Equal("/next", half.Find(".app-progress a").GetAttribute("href"));
    }

    [Fact]
    public void A_journey_says_in_words_where_one_is()
    {
        var steps = Render<Steps>(p => p.Add(s => s.Names, ["Upload", "Check", "Done"]).Add(s => s.Current, 2));
        Assert.Equal("Step 2 of 3: Check", steps.Find(".app-steps__words").TextContent);
        Assert.Equal("Check", steps.Find("[aria-current=step]").TextContent);
    }
}
