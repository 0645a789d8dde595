namespace DataZoneGen.Generator;

/// <summary>
/// The fully qualified names of .NET and runtime types in generated code. A model can have shapes with any name (DataZone has String,
/// Integer and DateTime), and so can the namespaces of a consumer.
/// </summary>
internal static class CSharpTypes
{
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string ReadOnlyMemoryOfByte = "global::System.ReadOnlyMemory<byte>";
    public const string Stream = "global::System.IO.Stream";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string ReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string List = "global::System.Collections.Generic.List";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string EmptyDictionary = "global::System.Collections.ObjectModel.ReadOnlyDictionary";
    public const string Enumerable = "global::System.Linq.Enumerable";
    public const string StringComparer = "global::System.StringComparer";
    public const string StringComparison = "global::System.StringComparison";
    public const string StringBuilder = "global::System.Text.StringBuilder";
    public const string Equatable = "global::System.IEquatable";
    public const string Exception = "global::System.Exception";
    public const string ArgumentException = "global::System.ArgumentException";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string Utf8 = "global::System.Text.Encoding.UTF8";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string Action = "global::System.Action";
    public const string ServiceProvider = "global::System.IServiceProvider";
    public const string HttpMessageInvoker = "global::System.Net.Http.HttpMessageInvoker";
    public const string HttpMessageHandlerFactory = "global::System.Net.Http.IHttpMessageHandlerFactory";
    public const string InfiniteTimeSpan = "global::System.Threading.Timeout.InfiniteTimeSpan";
    public const string HttpClientBuilder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string ServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string Configuration = "global::Microsoft.Extensions.Configuration.IConfiguration";
    public const string OptionsMonitor = "global::Microsoft.Extensions.Options.IOptionsMonitor";
    public const string Obsolete = "global::System.Obsolete";
    public const string Experimental = "global::System.Diagnostics.CodeAnalysis.Experimental";
    public const string DebuggerDisplay = "global::System.Diagnostics.DebuggerDisplay";
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string JsonConverter = "global::System.Text.Json.Serialization.JsonConverter";
    public const string JsonIgnore = "global::System.Text.Json.Serialization.JsonIgnore";
    public const string TypeConverter = "global::System.ComponentModel.TypeConverter";
    public const string SpanParsable = "global::System.ISpanParsable";
    public const string FormatProvider = "global::System.IFormatProvider";
    public const string ReadOnlySpanOfChar = "global::System.ReadOnlySpan<char>";
    public const string NotNullWhen = "global::System.Diagnostics.CodeAnalysis.NotNullWhen";

    public const string Runtime = "global::DataZoneGen.";
    public const string Wire = "global::DataZoneGen.Wire.";
    public const string TestingWire = "global::DataZoneGen.Testing.Wire.";
}
