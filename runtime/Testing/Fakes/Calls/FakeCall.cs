using System;
using System.Globalization;

namespace DataZoneGen.Testing;

/// <summary>A request that a fake received, and its result. A client that retries sends several requests.</summary>
public sealed class FakeCall
{
    private readonly string _operation;
    private volatile AwsResponse? _response;
    private volatile Exception? _exception;

    internal FakeCall(string operation, object request)
    {
        _operation = operation;
        Request = request;
    }

    /// <summary>The name of the operation, such as <c>"GetDataSourceRun"</c>.</summary>
    public string Operation => _operation;

    /// <summary>The request, an object of the operation's request type.</summary>
    public object Request { get; }

    /// <summary>The response of the handler; <see langword="null"/> if there is none, or the handler is still running.</summary>
    public AwsResponse? Response
    {
        get => _response;
        internal set => _response = value;
    }

    /// <summary>The error of the service or the exception of the handler; <see langword="null"/> if there is none, or the handler is still running.</summary>
    public Exception? Exception
    {
        get => _exception;
        internal set => _exception = value;
    }

    /// <summary>Returns the operation, the request and the result. Sensitive members are masked.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Operation}: {Request} -> {Result}");

    private string Result => Exception is { } exception ? $"{exception.GetType().Name}: {exception.Message}"
        : Response is { } response ? response.ToString()
        : "no response yet";
}
