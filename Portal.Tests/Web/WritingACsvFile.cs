using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Tests.Web;

public class WritingACsvFile
{
    [Fact]
    public async Task Quotes_what_needs_it_and_disarms_formulas()
    {
        var http = new DefaultHttpContext();
        var body = new MemoryStream();
        http.Response.Body = body;
        Column<string>[] columns = [new("Name", s => s), new("Day", _ => new DateOnly(2026, 5, 3)), new("None", _ => null)];
        await new CsvFile<string>("people.csv", columns, Rows("Plain", "=1+1", "-2", "A, \"B\"", "@x"))
            .ExecuteResultAsync(new ActionContext { HttpContext = http });

        var bytes = body.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(
            "Name,Day,None\r\nPlain,2026-05-03,\r\n\"'=1+1\",2026-05-03,\r\n\"'-2\",2026-05-03,\r\n\"A, \"\"B\"\"\",2026-05-03,\r\n"
                + "\"'@x\",2026-05-03,\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal("attachment; filename=\"people.csv\"", http.Response.Headers.ContentDisposition);
    }

    private static async IAsyncEnumerable<string> Rows(params string[] rows)
    {
        foreach (var row in rows) yield return await Task.FromResult(row);
    }
}
