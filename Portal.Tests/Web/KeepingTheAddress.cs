using Microsoft.AspNetCore.Http;
using Portal.Web;

namespace Portal.Tests.Web;

public class KeepingTheAddress
{
    [Theory]
    [InlineData("?Search=a&page=3", "Sort", "Level", "/Staff?Search=a&Sort=Level")]
    [InlineData("?Search=a&page=3", "page", "4", "/Staff?Search=a&page=4")]
    [InlineData("?Search=a&Level=2", "Search", null, "/Staff?Level=2")]
    [InlineData("?Search=%26%3Cb%3E", "page", "2", "/Staff?Search=%26%3Cb%3E&page=2")]
    [InlineData("", "page", "2", "/Staff?page=2")]
    public void A_link_of_a_list_keeps_the_rest(string query, string key, string? value, string expected)
    {
        var here = new DefaultHttpContext().Request;
        (here.Path, here.QueryString) = ("/Staff", new(query));
        Assert.Equal(expected, here.With(key, value));
    }
}
