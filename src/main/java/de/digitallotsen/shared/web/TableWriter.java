package de.digitallotsen.shared.web;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;

/** Writes lists as files to carry away. */
abstract class TableWriter<T> implements MessageBodyWriter<T> {

    private final Class<T> written;
    private final String contentType;
    private final String ending;

    TableWriter(Class<T> written, String contentType, String ending) {
        this.written = written;
        this.contentType = contentType;
        this.ending = ending;
    }

    /** The name of the file, without ending. */
    abstract String name(T list);

    abstract byte[] bytes(T list) throws IOException;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == written;
    }

    @Override
    public void writeTo(
            T list,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        String plain = name(list)
                .toLowerCase(Locale.GERMANY)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-");
        headers.putSingle(HttpHeaders.CONTENT_TYPE, contentType);
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plain + "." + ending + "\"");
        out.write(bytes(list));
    }
}
