namespace Portal.Mail;

public enum Answer { Accepted, NotNow, Never }

/// <summary>What came of handing one message over: the answer, and when it was not accepted the reason in words.</summary>
/// <param name="ForAll">Whether the reason has nothing to do with this message, so that another would now fare no better.</param>
public sealed record Delivery(Answer Answer, string Problem = "", bool ForAll = false);
