using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Portal.Tests.Support;

public class FindingWhatATypeUses
{
    [Theory]
    [InlineData(typeof(StringBuilder), "a local in an asynchronous method")]
    [InlineData(typeof(MailAddress), "a call inside a closure")]
    [InlineData(typeof(CultureInfo), "a static property")]
    [InlineData(typeof(Uri), "a type argument")]
    [InlineData(typeof(Version), "an element of an array")]
    [InlineData(typeof(ObsoleteAttribute), "an attribute")]
    [InlineData(typeof(IFormattable), "an interface")]
    public void Finds(Type type, string where) => Assert.True(Uses.Of(typeof(Example)).Contains(type), where);

    [Fact]
    public void Does_not_find_what_is_not_there() => Assert.DoesNotContain(typeof(Random), Uses.Of(typeof(Example)));

    [Fact]
    public void Does_not_follow_an_id_to_its_row() => Assert.DoesNotContain(typeof(Lock), Uses.Of(typeof(Example)));

    private sealed class Example : IFormattable
    {
        [Obsolete("Only to be found")] public Dictionary<string, Uri> Places { get; } = [];

        public Version[] Versions { get; } = [];

        public global::Portal.Domain.Id<Lock> Guard { get; }

        public string ToString(string? format, IFormatProvider? provider) => CultureInfo.InvariantCulture.Name;

        public static async Task<int> Wait()
        {
            var text = new StringBuilder();
            await Task.Yield();
            Func<string, object> read = address => new MailAddress(address);
            return text.Length + read.GetHashCode();
        }
    }
}
