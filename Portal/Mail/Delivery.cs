namespace Portal.Mail;

public enum Answer { Accepted, NotNow, Never }

/// <summary>What came of handing one message over: the answer, and when it was not accepted the reason in words.</summary>
public sealed record Delivery(Answer Answer, string Problem = "");
