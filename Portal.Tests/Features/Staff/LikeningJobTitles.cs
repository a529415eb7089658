using Portal.Features.Staff.Titles;

namespace Portal.Tests.Features.Staff;

public sealed class LikeningJobTitles
{
    [Theory]
    [InlineData("Cleaner", "Cleaning operative", 1), InlineData("Housing officers", "Housing officer", 2), InlineData("Cook", "Clerk", 0)]
    public void Words_that_begin_alike_are_alike(string one, string other, int likeness) =>
        Assert.Equal(likeness, LikelyRoles.Likeness(one, other));
}
