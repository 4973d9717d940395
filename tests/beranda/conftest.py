from tests.pengukuran.alat_kantor import kantor_modul

__all__ = ["kantor_modul"]
