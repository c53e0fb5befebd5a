using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace WooPipeline.Cluster;

/// <summary>Tells that we are there, and hears who else is.</summary>
internal static class PresenceQueue
{
    private const int MostWaiting = 1_000;

    public static async Task ListenAsync(IChannel channel, Roll roll, CancellationToken stop)
    {
        var arguments = new Dictionary<string, object?> { ["x-max-length"] = MostWaiting };
        var queue = await channel.QueueDeclareAsync("", false, true, true, arguments, cancellationToken: stop).ConfigureAwait(false);
        await channel.QueueBindAsync(queue.QueueName, Topology.Presence, "", cancellationToken: stop).ConfigureAwait(false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, e) =>
        {
            if (Hello.Read(e.Body.Span) is { } hello)
            {
                roll.Hear(hello);
            }

            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, true, consumer, stop).ConfigureAwait(false);
    }

    public static ValueTask TellAsync(IChannel channel, Hello hello, CancellationToken stop) =>
        channel.BasicPublishAsync(Topology.Presence, "", hello.ToBytes(), stop);
}
