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

    public IReadOnlyList<StrandSeed> Strands => Read<List<StrandSeed>>("strands.json");
    public FrameworkSeed Framework => Read<FrameworkSeed>("framework.json");

    /// <summary>Frameworks that other places use, ready to be loaded in place of the default.</summary>
    public IReadOnlyList<FrameworkSeed> OtherFrameworks =>
        [.. Directory.GetFiles(Path.Combine(folder, "frameworks"), "*.json").Order(StringComparer.Ordinal).Select(Read<FrameworkSeed>)];
    public IReadOnlyList<StandardSeed> Standards => Read<List<StandardSeed>>("standards.json");
    public IReadOnlyList<BodySeed> Bodies => Read<List<BodySeed>>("bodies.json");
    public IReadOnlyList<CommitmentSeed> Commitments => Read<List<CommitmentSeed>>("commitment.json");
    public IReadOnlyList<QuestionSeed> Questions => Read<List<QuestionSeed>>("questions.json");
    public IReadOnlyList<CostSeed> Costs => Read<List<CostSeed>>("costs.json");
    public BoroughSeed Borough => Read<BoroughSeed>("demo/agencies.json");
    public NamesSeed Names => Read<NamesSeed>("demo/names.json");

    private T Read<T>(string path)
    {
        using var file = File.OpenRead(Path.Combine(folder, path));
        return JsonSerializer.Deserialize<T>(file, Json) ?? throw new JsonException($"{path} is empty");
    }
}
