namespace Portal.Domain;

/// <summary>Which comes first in a date of numbers, such as 3/12/2026.</summary>
public enum DateOrder { DayFirst, MonthFirst }

public static class DateOrders
{
    public static DateOrder Other(this DateOrder order) => order == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst;

    public static string Words(this DateOrder order) => order switch
    {
        DateOrder.DayFirst => "The day first, like 31/3/2026",
        DateOrder.MonthFirst => "The month first, like 3/31/2026",
    };

    /// <summary>A date in that order, to write one like.</summary>
    public static string Example(this DateOrder order) => order == DateOrder.DayFirst ? "31/3/2026" : "3/31/2026";
}
