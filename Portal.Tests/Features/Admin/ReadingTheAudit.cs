using Bunit;
using Portal.Features.Admin.Audit;

namespace Portal.Tests.Features.Admin;

public sealed class ReadingTheAudit : BunitContext
{
    [Theory]
    [InlineData(nameof(CostLine.Funding), nameof(CostFunding.OwnBudget), "Own budget")]
    [InlineData(nameof(CostLine.Note), "McCarthy", "McCarthy")]
    [InlineData("Gone", "OwnBudget", "OwnBudget")]
    public void Says_a_choice_in_words_and_leaves_what_people_wrote(string field, string value, string words)
    {
        AuditList.Change change = new(nameof(CostLine), Guid.CreateVersion7(), field, null, value);
        var changes = Render<AuditChanges>(p => p.Add(c => c.Changes, [change]).Add(c => c.Names, new Dictionary<Guid, string>()));
        Assert.Equal(words, changes.Find("ins").TextContent.Trim());
    }

    [Fact]
    public void Says_fields_in_words_in_the_same_order_for_each_row_and_the_name_of_the_row()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        AuditList.Change Of(Guid row, string field) => new(nameof(Post), row, field, null, "x");
        string[] fields = [nameof(Post.LeftOn), nameof(Post.EmployeeNumber), nameof(Post.StartedOn)];
        var changes = Render<AuditChanges>(p => p
            .Add(c => c.Changes, [.. fields.Select(f => Of(first, f)), .. fields.Reverse().Select(f => Of(second, f))])
            .Add(c => c.Names, new Dictionary<Guid, string> { [first] = "Asha Rahman" }));
        string[] said = ["Employee number", "Started on", "No longer in the job from"];
        Assert.Equal([.. said, .. said], changes.FindAll("dt").Select(d => d.TextContent.Trim()));
        Assert.Equal(["Post: Asha Rahman", "Post"], changes.FindAll("p").Select(x => x.TextContent.Trim()));
    }

    [Fact]
    public void A_very_long_value_is_cut()
    {
        AuditList.Change change = new(nameof(Edition), Guid.CreateVersion7(), nameof(Edition.Content), null, new('a', 5000));
        var changes = Render<AuditChanges>(p => p.Add(c => c.Changes, [change]).Add(c => c.Names, new Dictionary<Guid, string>()));
        Assert.Equal(402, changes.Find("ins").TextContent.Trim().Length);
    }
}
