using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>A data-protection key, kept as a row so that every node can read every other's cookies.</summary>
[KeepsOwnHistory]
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

public sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<PortalDb>().ProtectionKeys.AsNoTracking()
            .Select(k => k.Xml).AsEnumerable().Select(XElement.Parse).ToList();
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Database.ExecuteSql(
            $"""INSERT INTO "ProtectionKeys" ("Name", "Xml") VALUES ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)})""");
    }
}
