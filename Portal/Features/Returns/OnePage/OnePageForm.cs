using System.ComponentModel.DataAnnotations;
using Portal.Components.GovUk;

namespace Portal.Features.Returns.OnePage;

/// <summary>What the one page of a small agency asks: its figures, its questions, and one action with one cost for each gap.</summary>
public sealed class OnePageForm
{
    /// <summary>The portal's figures are right wherever the agency states none of its own.</summary>
    public bool FiguresRight { get; set; }
    public List<Line> Lines { get; set; } = [];
    public List<Answer> Answers { get; set; } = [];
    public List<Gap> Gaps { get; set; } = [];

    /// <summary>
    /// Takes over what was saved of this form, so that sending the rest again neither repeats it nor finds it changed. A row
    /// that was refused keeps the version that the person saw.
    /// </summary>
    public void Adopt(OnePageForm kept, Func<OnePageRow, bool> isSound)
    {
        foreach (var (at, row) in OnePageRow.Of(OnePageSection.Lines, Lines))
            if (isSound(at) && kept.Find(row) is { } line) row.Seen = line.Seen;
        foreach (var (at, row) in OnePageRow.Of(OnePageSection.Answers, Answers))
            if (isSound(at) && kept.Find(row) is { } answer) row.Seen = answer.Seen;
        foreach (var (at, row) in OnePageRow.Of(OnePageSection.Gaps, Gaps))
            if (isSound(at) && kept.Find(row) is { } gap)
                (row.ActionId, row.CostId, row.Seen, row.CostSeen) = (gap.ActionId, gap.CostId, gap.Seen, gap.CostSeen);
    }

    /// <summary>The row here about the same line as one of another form; null when there is none.</summary>
    public Line? Find(Line row) => Lines.Find(l => l.LineId == row.LineId);
    public Answer? Find(Answer row) => Answers.Find(a => a.QuestionId == row.QuestionId);
    public Gap? Find(Gap row) => Gaps.Find(g => g.LineId == row.LineId);

    public sealed record Line
    {
        public Id<GapLine> LineId { get; set; }
        public int Seen { get; set; }
        [Display(Name = "People in this job")] public int? StatedHeadcount { get; set; }
        [Display(Name = "People who hold the level")] public int? StatedHolding { get; set; }
        [UpTo(1000, What = "Reason")] public string? StatedReason { get; set; }
        public bool IsStated => StatedHeadcount is not null || StatedHolding is not null || StatedReason is not null;
    }

    public sealed record Answer
    {
        public Id<CycleQuestion> QuestionId { get; set; }
        public int Seen { get; set; }
        public int? Score { get; set; }
        [Display(Name = "Number")] public int? Count { get; set; }
        [UpTo(ReturnAnswer.LongestWords, What = "Answer")] public string? Words { get; set; }

        /// <summary>The answer of the last cycle still holds.</summary>
        public bool AsLastTime { get; set; }
        public bool IsGiven => AsLastTime || Score is not null || Count is not null || Words is not null;
    }

    public sealed record Gap
    {
        public Id<GapLine> LineId { get; set; }
        public Id<GapAction>? ActionId { get; set; }
        public Id<CostLine>? CostId { get; set; }
        public int Seen { get; set; }
        public int CostSeen { get; set; }
        public ActionRoute? Route { get; set; }
        [UpTo(100)] public string? Owner { get; set; }
        [Display(Name = "Date")] public DateOnly? DueOn { get; set; }
        [Display(Name = "People")] public int? People { get; set; }
        public CostKind? Kind { get; set; }
        [Display(Name = "Quantity")] public decimal? Quantity { get; set; }
        [Display(Name = "Price")] public Money? UnitPrice { get; set; }
        public int VatPercent { get; set; }
        public CostFunding? Funding { get; set; }
    }
}
