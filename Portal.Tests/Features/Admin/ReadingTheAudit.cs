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
}
