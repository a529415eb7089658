namespace Portal.Domain;

/// <summary>What kind of organisation an agency is. Job roles and agencies both know it.</summary>
public enum AgencyType { Council, ElectedMembers, Police, Fire, Probation, Health, Education, Housing, Voluntary, Specialist }

public static class AgencyTypeWords
{
    public static string Words(this AgencyType type) => type switch
    {
        AgencyType.Council => "Council",
        AgencyType.ElectedMembers => "Elected members",
        AgencyType.Police => "Police",
        AgencyType.Fire => "Fire",
        AgencyType.Probation => "Probation",
        AgencyType.Health => "Health",
        AgencyType.Education => "Education",
        AgencyType.Housing => "Housing",
        AgencyType.Voluntary => "Voluntary",
        AgencyType.Specialist => "Specialist service",
    };
}
