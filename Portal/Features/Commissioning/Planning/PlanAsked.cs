using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Features.Commissioning.Planning;

/// <summary>A plan that somebody asks for: the question that comes of the form, and the form as it was filled in.</summary>
public sealed class PlanAsked
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly string name, typed;
    private readonly PlanQuestion question;

    /// <summary>Refused beside the field that no plan can have. The form may be changed afterwards.</summary>
    public PlanAsked(PlanFacts.View facts, PlanForm form) =>
        (name, question, typed) = (form.Name!, PlanQuestions.Of(facts, form), JsonSerializer.Serialize(form, Json));

    public TrainingPlan ToPlan(Viewer viewer, int number, DateTime now) => TrainingPlan.Ask(viewer, number, name, question, now, typed);

    /// <summary>What stood in the form of a plan; null where it was not kept, or by a portal that asked for something else.</summary>
    public static PlanForm? FormOf(TrainingPlan plan)
    {
        try
        {
            return plan.Typed is null ? null : JsonSerializer.Deserialize<PlanForm>(plan.Typed, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
