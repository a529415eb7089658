global using Portal.Domain;
