namespace Portal.Domain;

public static class CourseWords
{
    public static string Words(this CourseMode mode) => mode switch
    {
        CourseMode.Room => "In a room",
        CourseMode.LiveOnline => "Live online",
        CourseMode.ELearning => "E-learning",
        CourseMode.Blended => "Blended",
    };

    public static string Words(this CourseAudience audience) => audience switch
    {
        CourseAudience.Everyone => "Everyone in the partnership",
        CourseAudience.NeedsTheLevel => "People whose job needs the level",
        CourseAudience.OwnAgency => "People of the agency that gives it",
    };
}
