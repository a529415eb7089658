using Portal.Data;

namespace Portal.Benchmarks;

/// <summary>What the command line asked for.</summary>
internal sealed record Options
{
    public string Profile { get; init; } = "borough";

    /// <summary>Whether the profile is of boroughs that the portal has been in use in.</summary>
    public bool HasPast => Demo.Borough.Profile.All.Any(p => p.Name == Profile && p.IsAged);
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;
    public string Server { get; init; } = "Host=127.0.0.1;Username=portal";
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "portal-benchmarks");
    public int Runs { get; init; } = 5;
    public int Rows { get; init; } = 20_000;
    public int Seconds { get; init; } = 10;

    /// <summary>Whether the database knows about its own rows while pages are asked for; as installed, it does.</summary>
    public bool Statistics { get; init; } = true;
    public int Port { get; init; } = 5190;

    /// <summary>Whether the portal is published first; false measures again what is published already.</summary>
    public bool Publish { get; init; } = true;

    /// <summary>Where the portal is published.</summary>
    public string Portal => Path.Combine(Folder, "portal");

    /// <summary>Where a database of this name is. They are kept, because the larger ones take long to make.</summary>
    public string ConnectionTo(string name) => Provider switch
    {
        DatabaseProvider.Sqlite => $"Data Source={Path.Combine(Folder, $"{name}.db")}",
        DatabaseProvider.Postgres => $"{Server};Database=portal_{name}",
    };
}
