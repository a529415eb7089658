using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Data.Seeding;

/// <summary>The files under <c>seeds/</c>, read as they are written. A field that is unknown or missing fails at once, by name.</summary>
public sealed class SeedFiles(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A hash of all that a partnership begins with: another one means that there may be something new to load.</summary>
    public string HashOfDefaults
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "defaults")).Order(StringComparer.Ordinal))
                hash.AppendData(File.ReadAllBytes(file));
            return Convert.ToHexString(hash.GetHashAndReset());
        }
    }

    public PartnershipDefaults Partnership => Read<PartnershipDefaults>("defaults/partnership.json");
    public IReadOnlyList<StrandSeed> Strands => Read<List<StrandSeed>>("defaults/strands.json");
    public FrameworkSeed Framework => Read<FrameworkSeed>("defaults/framework.json");

    /// <summary>Frameworks that other places use, ready to be loaded in place of the default.</summary>
    public IReadOnlyList<FrameworkSeed> OtherFrameworks =>
        [.. Directory.GetFiles(Path.Combine(folder, "frameworks"), "*.json").Order(StringComparer.Ordinal).Select(Read<FrameworkSeed>)];
    public IReadOnlyList<StandardSeed> Standards => Read<List<StandardSeed>>("defaults/standards.json");
    public IReadOnlyList<BodySeed> Bodies => Read<List<BodySeed>>("defaults/bodies.json");
    public IReadOnlyList<CommitmentSeed> Commitments => Read<List<CommitmentSeed>>("defaults/commitment.json");
    public IReadOnlyList<QuestionSeed> Questions => Read<List<QuestionSeed>>("defaults/questions.json");
    public IReadOnlyList<CostSeed> Costs => Read<List<CostSeed>>("defaults/costs.json");
    public IReadOnlyList<ClauseSeed> Clauses => Read<List<ClauseSeed>>("defaults/clauses.json");
    public BoroughSeed Borough => Read<BoroughSeed>("demo/agencies.json");
    public OffersSeed Offers => Read<OffersSeed>("demo/courses.json");
    public NamesSeed Names => Read<NamesSeed>("demo/names.json");

    private T Read<T>(string path)
    {
        using var file = File.OpenRead(Path.Combine(folder, path));
        return JsonSerializer.Deserialize<T>(file, Json) ?? throw new JsonException($"{path} is empty");
    }
}
