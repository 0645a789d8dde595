using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>The diagnostics of the generator. docs/diagnostics.md has a section for each of them.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor MalformedJson = Error(
        "DZG001", "The model file is not well-formed JSON", "The model file is not well-formed JSON: {0}",
        "The file is skipped. Fix the JSON at the reported position. The most common cause is a truncated download.");

    public static readonly DiagnosticDescriptor UnknownFileKind = Error(
        "DZG002", "The file is not an AWS service model", "This file contains no service model, paginators, waiters or endpoint rules: {0}",
        "Files are recognized by their top-level members: 'metadata', 'operations' or 'shapes'; 'smithy'; 'pagination'; 'waiters'; 'rules' and 'parameters'; 'merge'.");

    public static readonly DiagnosticDescriptor WrongType = Error(
        "DZG003", "A field of the model has the wrong type", "'{0}' must be {1}, but is {2}",
        "The operations that need this part of the model are left out.");

    public static readonly DiagnosticDescriptor UnknownShape = Error(
        "DZG004", "The model refers to an undefined shape", "Shape '{0}' is not defined; operation '{1}' is left out{2}",
        "Add the shape, or the file that holds it, to the same AwsService item.");

    public static readonly DiagnosticDescriptor ConflictingDefinition = Error(
        "DZG005", "An operation, paginator or waiter is defined twice", "{0} '{1}' is defined differently here and at {2}; the first definition is used",
        "Two files of a service may contain the same definition only if both copies are equal.");

    public static readonly DiagnosticDescriptor ConflictingShape = Error(
        "DZG006", "A shape is defined twice", "{0} '{1}' is defined differently here and at {2}; the first definition is used",
        "Two files of a service may define the same shape only if both definitions are equal.");

    public static readonly DiagnosticDescriptor UnknownOperation = Error(
        "DZG007", "A selected operation is not in the model", "'{0}' matches no operation of {1}{2}",
        "Use the operation names of the AWS API reference. '*' is a wildcard, and '-Name' excludes an operation.");

    public static readonly DiagnosticDescriptor NothingSelected = Warning(
        "DZG008", "No operation is selected", "No operation of {0} is selected, so no client is generated",
        "List the operations in the item's Operations, for example Operations=\"GetDataSourceRun; List*\", or use Operations=\"*\" for all operations.");

    public static readonly DiagnosticDescriptor UnsupportedProtocol = Error(
        "DZG009", "The service's protocol is not supported", "{0} {1}; the supported protocols are {2}, so no client is generated",
        "All protocols of AWS's models are supported. A file without a protocol extends a service that another file, or an item for a service in the package, describes.");

    public static readonly DiagnosticDescriptor UnsupportedFeature = Warning(
        "DZG010", "An operation is left out", "Operation '{0}' is left out: {1}",
        "The operation uses a model feature that the generator does not support. The rest of the client is generated.");

    public static readonly DiagnosticDescriptor NoService = Error(
        "DZG011", "The file belongs to no service", "Neither this file nor another file next to it has service metadata; the file is skipped",
        "Put 'metadata' with a 'serviceId' into the file, or add it to an AwsService item together with the service's other files.");

    public static readonly DiagnosticDescriptor SuspiciousSelection = Warning(
        "DZG012", "The list of operations looks malformed", "The list of operations contains '{0}', which is not an operation name or pattern",
        "In AdditionalFiles metadata, separate names with '|' or ',': a ';' starts a comment in the generated config file and truncates the list. AwsService items may use ';'.");

    public static readonly DiagnosticDescriptor ConflictingOptions = Error(
        "DZG013", "A service is requested twice with different options", "{0} is requested with {1} '{2}' and with '{3}'; the first is used",
        "All items of a service must have the same Namespace, Access, Protocol, ModelLock, MaxShapes and Fake.");

    public static readonly DiagnosticDescriptor Renamed = Info(
        "DZG014", "A model name is changed in C#", "'{0}' is named '{1}' in C#: {2}",
        "The model name is not a valid C# name or is already used. The wire name does not change.");

    public static readonly DiagnosticDescriptor InvalidPaginator = Warning(
        "DZG015", "A paginator is left out", "The paginator of operation '{0}' is left out: {1}",
        "The operation itself is generated. Fix the entry in the paginators file.");

    public static readonly DiagnosticDescriptor InvalidWaiter = Warning(
        "DZG016", "A waiter is left out", "Waiter '{0}' is left out: {1}",
        "The generator checks the paths of acceptors against the operation's output. Fix the entry in the waiters file.");

    public static readonly DiagnosticDescriptor UnsupportedEndpointRules = Warning(
        "DZG017", "The endpoint rules cannot be compiled", "The endpoint rules of {0} cannot be compiled: {1}; callers must set Endpoint in the client's options",
        "The rule set uses a feature that the generator does not support.");

    public static readonly DiagnosticDescriptor InvalidOption = Error(
        "DZG018", "An option of the AwsService item is invalid", "'{0}' is not a valid value of {1}: {2}",
        "Access must be Public or Internal. Namespace must be a valid C# namespace. Protocol must be a protocol of the model that the generator supports. MaxShapes must be a number. Fake must be true or Only.");

    public static readonly DiagnosticDescriptor MissingEndpointRules = Warning(
        "DZG019", "The service has no endpoint rules", "There are no endpoint rules for {0}; callers must set Endpoint in the client's options",
        "Add the service's endpoint rule set file next to its model.");

    public static readonly DiagnosticDescriptor UnknownService = Error(
        "DZG020", "Unknown service", "AwsService '{0}' is neither a file in the project nor a service in the package ({1}){2}",
        "Include must be a model file or the name of a service in the package. Service names are not case-sensitive.");

    public static readonly DiagnosticDescriptor LanguageVersionTooOld = Error(
        "DZG021", "The language version is too old", "Generated clients need C# 12 or newer, but this project compiles as C# {0}; nothing is generated",
        "Set LangVersion to 12.0 or 'latest' in the project.");

    public static readonly DiagnosticDescriptor SharedNamespace = Warning(
        "DZG022", "Two services share a namespace", "{0} and {1} are both generated into the namespace '{2}', where types with the same name conflict",
        "Most services have errors with the same names, such as ValidationException. Give each item its own Namespace.");

    public static readonly DiagnosticDescriptor FolderIncluded = Error(
        "DZG023", "An AwsService item refers to a folder", "AwsService '{0}' is a folder; include a file in it, or all of its files as '{1}'",
        "Include must be a model file or the name of a service in the package. If a folder has the same name as a service in the package, the service is used.");

    public static readonly DiagnosticDescriptor UnknownMetadata = Warning(
        "DZG024", "Unknown metadata on an AwsService item", "'{0}' is not known metadata of AwsService and has no effect{1}",
        "An AwsService item has Operations, Namespace, Access, Protocol, ModelLock, MaxShapes and Fake.");

    public static readonly DiagnosticDescriptor UnsupportedSignature = Warning(
        "DZG027", "The service's signing algorithm is not supported", "Every endpoint of {0} requires the signing algorithm '{1}', which is not supported yet; signed calls fail",
        "The client supports only AWS Signature Version 4 (sigv4 and sigv4a). Use the AWS SDK for .NET for this service.");

    public static readonly DiagnosticDescriptor IncompatibleModel = Error(
        "DZG030", "The model is not compatible with the model lock", "{0}, but {1} has {2}",
        "Code that calls the client no longer compiles, or messages change. If the change is wanted, run 'dotnet build -t:UpdateModelLock' to accept the model.");

    public static readonly DiagnosticDescriptor ReducedModel = Warning(
        "DZG031", "The model differs from the model lock", "{0}, but {1} has {2}",
        "Code that uses this part of the model may have to change. If the change is wanted, run 'dotnet build -t:UpdateModelLock' to accept the model.");

    public static readonly DiagnosticDescriptor InvalidModelLock = Error(
        "DZG032", "The model lock cannot be used", "The model lock '{0}' {1}",
        "The model is not compared. Restore the file, or run 'dotnet build -t:UpdateModelLock' to write it again.");

    public static readonly DiagnosticDescriptor TooManyShapes = Warning(
        "DZG033", "The selected operations use too many shapes", "The selected operations of {0} use {1} shapes, but MaxShapes is {2}; most come from {3}",
        "Select fewer operations, or increase MaxShapes.");

    public static readonly DiagnosticDescriptor MissingTestingLibrary = Error(
        "DZG035", "The project does not reference DataZoneGen.Testing", "The fake of {0} requires a reference to DataZoneGen.Testing, so no fake is generated",
        "Add a reference to the package DataZoneGen.Testing, or remove Fake from the item.");

    public static readonly DiagnosticDescriptor InternalError = Error(
        "DZG099", "The generator failed", "The generator failed on {0}: {1}. Please report this with the model file",
        "This is a bug in the generator. The rest of the project still compiles.");

    private const string Category = "DataZoneGen";

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, DiagnosticLinks.For(id));
}
