package dev.writeback.ldap;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server of a few service records, over datagrams and TCP (RFC 1035). */
final class NameServer implements AutoCloseable {

    private static final int NO_SUCH_NAME = 3;
    private static final int MOST = 512;
    private static final int TRUNCATED = 0x0200;

    private final Map<String, List<ServiceRecord>> names = new ConcurrentHashMap<>();
    private final DatagramSocket datagrams;
    private final ServerSocket streams;
    private volatile int failure;

    NameServer() throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        streams = new ServerSocket(0, 50, here);
        datagrams = new DatagramSocket(streams.getLocalPort(), here);
        start(this::answerDatagrams);
        start(this::answerStreams);
    }

    /** As settings name it. */
    String address() {
        return "127.0.0.1:" + datagrams.getLocalPort();
    }

    void put(String name, ServiceRecord... records) {
        names.put(name.toLowerCase(Locale.ROOT), List.of(records));
    }

    /** Answers every question with that code from now on. */
    void fail(int code) {
        failure = code;
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        streams.close();
    }

    private void answerDatagrams() {
        byte[] buffer = new byte[MOST];
        while (!datagrams.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()), MOST);
                datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answerStreams() {
        while (!streams.isClosed()) {
            try (Socket socket = streams.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] question = in.readNBytes(in.readUnsignedShort());
                byte[] answer = answer(question, Integer.MAX_VALUE);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private byte[] answer(byte[] question, int most) {
        int end = 12;
        List<String> labels = new ArrayList<>();
        while (question[end] != 0) {
            labels.add(new String(question, end + 1, question[end], StandardCharsets.UTF_8));
            end += question[end] + 1;
        }
        end += 5;
        List<ServiceRecord> records = names.get(String.join(".", labels).toLowerCase(Locale.ROOT));
        int code = failure != 0 ? failure : records == null ? NO_SUCH_NAME : 0;
        List<ServiceRecord> told = code == 0 && records != null ? records : List.of();
        ByteBuffer whole = ByteBuffer.allocate(65_535);
        whole.put(question, 0, 2).putShort((short) (0x8180 | code));
        whole.putShort((short) 1).putShort((short) told.size()).putInt(0).put(question, 12, end - 12);
        told.forEach(record -> put(whole, record));
        if (whole.position() > most) {
            whole.position(end);
            whole.putShort(2, (short) (0x8180 | TRUNCATED)).putShort(6, (short) 0);
        }
        byte[] answer = new byte[whole.position()];
        whole.flip().get(answer);
        return answer;
    }

    private static void put(ByteBuffer to, ServiceRecord record) {
        byte[] target = target(record.target());
        to.putShort((short) 0xC00C).putShort((short) 33).putShort((short) 1).putInt(600);
        to.putShort((short) (6 + target.length));
        to.putShort((short) record.priority()).putShort((short) record.weight()).putShort((short) record.port());
        to.put(target);
    }

    private static byte[] target(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String label : name.isEmpty() ? new String[0] : name.split("\\.")) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }
        out.write(0);
        return out.toByteArray();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "name server");
        thread.setDaemon(true);
        thread.start();
    }
}
