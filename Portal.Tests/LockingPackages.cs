using System.Text.Json;
using Portal.Tests.Support;

namespace Portal.Tests;

/// <summary>Each project says what is restored for it, by the hash of each content, and from no registry in particular.</summary>
public class LockingPackages
{
    [Theory, InlineData("Portal"), InlineData("Portal.Tests"), InlineData("Portal.Benchmarks")]
    public void Names_each_package_by_its_content_and_none_by_its_address(string project)
    {
        var text = File.ReadAllText(Repository.File(project, "packages.lock.json"));
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        using var packages = JsonDocument.Parse(text);
        var restored = packages.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(p => p.Value.GetProperty("type").GetString() != "Project").ToList();
        Assert.NotEmpty(restored);
        Assert.All(restored, p => Assert.True(p.Value.TryGetProperty("contentHash", out _), p.Name));
    }
}
