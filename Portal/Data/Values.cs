using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Data;

/// <summary>
/// How each kind of value is stored: keys are ours, enums are names, a day is a date, an instant is UTC, money is whole pence.
/// </summary>
internal static class Values
{
    public static void Store(ModelConfigurationBuilder conventions, bool sqlite)
    {
        var converter = sqlite ? typeof(IdToBytes<>) : typeof(IdToGuid<>);
        foreach (var type in IdTypes()) conventions.Properties(type).HaveConversion(converter.MakeGenericType(type.GetGenericArguments()));
        foreach (var type in Enums()) conventions.Properties(type).HaveConversion<string>().HaveMaxLength(40);
        if (sqlite) conventions.Properties<Guid>().HaveConversion<GuidToBytes>();
        conventions.Properties<Money>().HaveConversion<MoneyToPence>();
        conventions.Properties<DateTime>().HaveConversion<UtcInstant>();
        conventions.Properties<string>().HaveMaxLength(200);
    }

    private static IEnumerable<Type> IdTypes() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(t => IsKept(t.Namespace) && t is { IsClass: true, ContainsGenericParameters: false })
        .SelectMany(t => t.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
        .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Id<>) && !t.ContainsGenericParameters).Distinct();

    private static IEnumerable<Type> Enums() => Assembly.GetExecutingAssembly().GetTypes()
        .Where(t => t.IsEnum && IsKept(t.Namespace));

    /// <summary>Rows are of the domain or of the data itself: looking through every page as well took 100 ms of each start.</summary>
    private static bool IsKept(string? room) =>
        room == "Portal.Domain" || room?.StartsWith("Portal.Data", StringComparison.Ordinal) == true;

    // EF's compiled model, which is made in publishing, names the converters itself.
    internal sealed class IdToBytes<T>() : ValueConverter<Id<T>, byte[]>(
        id => id.Value.ToByteArray(true), bytes => new Id<T>(new Guid(bytes, true)));

    internal sealed class IdToGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

    internal sealed class GuidToBytes() : ValueConverter<Guid, byte[]>(value => value.ToByteArray(true), bytes => new Guid(bytes, true));

    internal sealed class MoneyToPence() : ValueConverter<Money, long>(money => money.Pence, pence => new Money(pence));

    internal sealed class UtcInstant() : ValueConverter<DateTime, DateTime>(
        instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
