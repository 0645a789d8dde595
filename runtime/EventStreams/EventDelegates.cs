using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>Deserializes an event. Generated code has one such method for each stream.</summary>
/// <typeparam name="TEvent">The type of the events.</typeparam>
/// <param name="message">The reader of the event.</param>
/// <returns>The event.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate TEvent EventReading<TEvent>(ref EventReader message);

/// <summary>Creates the exception for an error that is modeled as an event. Generated code has one such method for each stream.</summary>
/// <param name="error">The reader of the error, whose code is the name of the error in the stream.</param>
/// <returns>The exception; <see langword="null"/> for an error that is not modeled.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate AwsServiceException? EventErrorReading(ref ErrorReader error);

/// <summary>Serializes an event. Generated code has one such method for each stream.</summary>
/// <typeparam name="TEvent">The type of the events.</typeparam>
/// <param name="message">The writer of the event.</param>
/// <param name="value">The event.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void EventWriting<TEvent>(EventWriter message, TEvent value);
