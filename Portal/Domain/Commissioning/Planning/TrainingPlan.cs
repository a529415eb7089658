using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>
/// Where a plan stands: asked for and not worked out yet, answered, without an answer because the solver failed, or because working it out
/// ended the process each time.
/// </summary>
public enum PlanState { Waiting, Ready, Failed, TooLarge }

/// <summary>
/// A question about the best use of money, kept under a name with its answer. Neither changes: whoever wants another asks again, so that
/// nobody writes over what somebody else has looked at.
/// </summary>
[KeepsOwnHistory]
public sealed class TrainingPlan : IBelongToPartnership
{
    public const int LongestName = 100;

    /// <summary>How often working it out is begun: what ends the process each time would keep every other plan waiting.</summary>
    public const int MostTries = 2;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public Id<TrainingPlan> Id { get; init; } = Id<TrainingPlan>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>Its number within the partnership, from 1.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }
    public required string AskedBy { get; init; }
    public PlanState State { get; private set; }

    /// <summary>How often working it out has begun.</summary>
    public int Tries { get; private set; }

    /// <summary>How many of its parts are worked out.</summary>
    public int Done { get; private set; }

    /// <summary>What it may spend.</summary>
    public required Money Budget { get; init; }

    /// <summary>People whom the best plan brings to their level; null until it is found, and where there is none.</summary>
    public int? People { get; private set; }

    /// <summary>What that plan costs.</summary>
    public Money? Cost { get; private set; }

    /// <summary>JSON of a <see cref="PlanQuestion"/>.</summary>
    public required string Question { get; init; }

    /// <summary>What stood in the form, as the form keeps it, so that it can be asked again; null where it was not kept.</summary>
    public string? Typed { get; init; }

    /// <summary>JSON of a <see cref="PlanAnswer"/>; null until it is there.</summary>
    public string? Answer { get; private set; }

    /// <summary>What people call it: "PL-0003".</summary>
    public string Reference => ReferenceOf(Number);

    public static string ReferenceOf(int number) => $"PL-{number:0000}";

    /// <summary>Asks a question. Refused where no plan could be made of it.</summary>
    public static TrainingPlan Ask(Viewer viewer, int number, string name, PlanQuestion question, DateTime now, string? typed = null)
    {
        question.RefuseUnlessSound();
        return new()
        {
            PartnershipId = viewer.PartnershipId, Number = number, Name = name, AskedAt = now, AskedBy = viewer.Name,
            Budget = question.Budget(), Question = JsonSerializer.Serialize(question, Json), Typed = typed,
        };
    }

    public PlanQuestion ReadQuestion() => JsonSerializer.Deserialize<PlanQuestion>(Question, Json)!;

    public PlanAnswer? ReadAnswer() => Answer is null ? null : JsonSerializer.Deserialize<PlanAnswer>(Answer, Json);

    /// <summary>Begins to work it out; false, and it is not tried again, where that was broken off as often as it may be.</summary>
    public bool Begin()
    {
        if (Tries >= MostTries)
        {
            State = PlanState.TooLarge;
            return false;
        }
        (Tries, Done) = (Tries + 1, 0);
        return true;
    }

    /// <summary>Leaves it for later: whoever stops the server did not find it too large.</summary>
    public void PutOff() => Tries--;

    /// <summary>So many of its parts are worked out.</summary>
    public void Reached(int parts) => Done = parts;

    public void Found(PlanQuestion question, PlanAnswer answer)
    {
        (State, Answer) = (PlanState.Ready, JsonSerializer.Serialize(answer, Json));
        if (answer.HasPlan(question)) (People, Cost) = (answer.Best.People(), answer.Best.Cost(question));
    }

    /// <summary>It could not be worked out, and is not tried again.</summary>
    public void CannotBeFound() => State = PlanState.Failed;
}

public static class PlanWords
{
    public static string Words(this PlanState state) => state switch
    {
        PlanState.Waiting => "being worked out",
        PlanState.Ready => "ready",
        PlanState.Failed => "could not be worked out",
        PlanState.TooLarge => "could not be made",
    };
}
