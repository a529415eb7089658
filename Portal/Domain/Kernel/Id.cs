using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Domain;

/// <summary>
/// The key of one <typeparamref name="T"/>, made by us before the row is saved, ordered by the time it
/// was made (UUID version 7).
/// </summary>
[TypeConverter(typeof(IdTypeConverter))]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>
{
    public static Id<T> New() => new(Guid.CreateVersion7());

    /// <summary>When it was made, to the millisecond.</summary>
    public DateTime MadeAt
    {
        get
        {
            // RFC 9562, 5.7: the first 48 bits are milliseconds since 1970.
            var bytes = Value.ToByteArray(bigEndian: true);
            return DateTime.UnixEpoch.AddMilliseconds(bytes.Take(6).Aggregate(0L, (sum, one) => (sum << 8) | one));
        }
    }

    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new(value);
        return parsed;
    }

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Lets libraries that know only type converters (ASP.NET Core Identity among them) read an <see cref="Id{T}"/>.</summary>
public sealed class IdTypeConverter(Type type) : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        Activator.CreateInstance(type, Guid.Parse((string)value))!;
}
